namespace Infoscope.Formats.Tests;

/// <summary>Columns of labels, quoting, and tables that are malformed.</summary>
public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("class,split\ncat,train\ndog,test\n")]
    [InlineData("class,split\r\ncat,train\r\ndog,test\r\n")]
    [InlineData("class,split\rcat,train\rdog,test")]
    [InlineData("\uFEFFclass,split\ncat,train\ndog,test")]
    [InlineData("\"class\",split\n\"cat\",train\ndog,\"test\"\n")]
    public void ColumnsAreReadByName(string text)
    {
        var table = Open(text);
        Assert.Equal(["class", "split"], table.Columns);
        Assert.Equal(["cat", "dog"], table.Column("class"));
        Assert.Equal(["train", "test"], table.Column("split"));
    }

    [Fact]
    public void QuotedFieldsHoldCommasQuotesAndLines() =>
        Assert.Equal(["a,b", "say \"hi\"", "two\r\nlines", "", " spaced "], Open("x,n\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"two\r\nlines\",3\n\"\",4\n spaced ,5\n").Column("x"));

    [Fact]
    public void FieldsThatCrossTheReadingBufferAreWhole()
    {
        var labels = Enumerable.Range(0, 20_000).Select(i => $"\"label {i}, été\"").ToArray();
        Assert.Equal(labels.Select(label => label.Trim('"')), Open($"x\n{string.Join("\r\n", labels)}").Column("x"));
    }

    [Fact]
    public void ATextThatIsOpenAlreadyIsReadWithItsHeaderFirst()
    {
        static string[][] Read(string text) => [.. CsvTable.Read(new StringReader(text), "stdin").Select(record => record.ToArray())];
        Assert.Equal([["x", "y"], ["a,b", "1"], ["c", ""]], Read("x,y\n\"a,b\",1\nc,\n"));
        Assert.Equal([["x", "y"]], Read("x,y\n"));
        Assert.Equal("stdin has 1 field on line 3; its header names 2 columns, so correct the line.", Assert.Throws<ArrayFileException>(() => Read("x,y\na,b\nc\n")).Message);
        Assert.Equal("stdin is empty (0 bytes); its first line should name the columns.", Assert.Throws<ArrayFileException>(() => Read("")).Message);
    }

    [Fact]
    public void AHeaderAloneHasNoRows() => Assert.Empty(Open("x,y\n").Column("y"));

    [Fact]
    public void ABlankLineIsAnEmptyFieldOfATableWithOneColumn() => Assert.Equal(["a", "", "b"], Open("x\na\n\nb\n").Column("x"));

    [Theory]
    [InlineData("x,y\n1,2\n3\n", "1 field on line 3", "2 columns")]
    [InlineData("x,y\n\"a\nb\",2\n1,2,3\n", "3 fields on line 4")]
    [InlineData("x,y\n1,2\n\n", "1 field on line 3")]
    [InlineData("x,y\n1,a\"b\n", "line 2", "quote inside")]
    [InlineData("x,y\n1,\"a\"b\n", "line 2", "behind a closing quote")]
    [InlineData("x,y\n1,\"ab\n2,3\n", "line 2", "never closed")]
    public void AMalformedRecordIsRefusedWithItsLine(string text, params string[] parts)
    {
        var table = Open(text);
        Refusal.Says(table.Path, () => table.Column("x"), parts);
    }

    [Fact]
    public void AnUnknownColumnGetsTheListAndTheNearest()
    {
        var table = Open("class,split\na,b\n");
        Refusal.Says(table.Path, () => table.Column("clas"), "'class', 'split'", "did you mean 'class'?");
        var separated = Open("class;split\na;b\n");
        Refusal.Says(separated.Path, () => separated.Column("class"), "semicolons");
    }

    [Fact]
    public void AColumnThatIsThereTwiceIsRefused()
    {
        var table = Open("x,x,y\n1,2,3\n");
        Assert.Equal(["3"], table.Column("y"));
        Refusal.Says(table.Path, () => table.Column("x"), "more than one column 'x'");
    }

    [Fact]
    public void ATextThatIsNotUtf8IsRefused()
    {
        var latin = folder.Write("latin.csv", [.. "x\n"u8, 0xe9, 10]);
        Refusal.Says(latin, () => CsvTable.Open(latin), "not UTF-8");
        var wide = folder.Write("wide.csv", [0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes("x\n1\n")]);
        Refusal.Says(wide, () => CsvTable.Open(wide), "not UTF-8");
    }

    [Fact]
    public void AFieldOfAMillionCharactersIsRefusedBeforeItFillsMemory()
    {
        var path = folder.Write("x.csv", "x\n\"" + new string('a', 3_000_000));
        Refusal.Says(path, () => CsvTable.Open(path).Column("x"), "longer than 1048576", "line 2");
    }

    [Fact]
    public void AMissingOrEmptyFileOrAFolderIsRefused()
    {
        Refusal.Says(folder.PathOf("none.csv"), () => CsvTable.Open(folder.PathOf("none.csv")), "does not exist");
        var empty = folder.Write("empty.csv", "");
        Refusal.Says(empty, () => CsvTable.Open(empty), "empty");
        Directory.CreateDirectory(folder.PathOf("d.csv"));
        Refusal.Says(folder.PathOf("d.csv"), () => CsvTable.Open(folder.PathOf("d.csv")), "folder");
    }

    private CsvTable Open(string text) => CsvTable.Open(folder.Write($"{Guid.NewGuid()}.csv", text));
}
