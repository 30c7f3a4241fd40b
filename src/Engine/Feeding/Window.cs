namespace Infoscope.Engine.Feeding;

/// <summary>A stretch of rows read from the source, shared by all feeds while it is processed.</summary>
internal sealed class Window
{
    /// <summary>Gets or sets the first row.</summary>
    public long First { get; set; }

    /// <summary>Gets or sets the number of rows.</summary>
    public int Rows { get; set; }

    /// <summary>Gets the place of the first row among the rows that are used.</summary>
    public long FirstRank { get; set; }

    /// <summary>Gets the rows in single precision; empty when nobody asked.</summary>
    public float[] Single { get; set; } = [];

    /// <summary>Gets the rows in double precision; empty when nobody asked.</summary>
    public double[] Double { get; set; } = [];

    /// <summary>Gets the reference rows in single precision; empty when nobody asked.</summary>
    public float[] ReferenceSingle { get; set; } = [];

    /// <summary>Gets the reference rows in double precision; empty when nobody asked.</summary>
    public double[] ReferenceDouble { get; set; } = [];
}
