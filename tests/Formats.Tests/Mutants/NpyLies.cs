namespace Infoscope.Formats.Tests;

/// <summary>Headers of .npy files that say what is not so.</summary>
internal static class NpyLies
{
    private static readonly string[] Descriptions =
    [
        "'<f4'", "'>f8'", "'<i8'", "'|b1'", "'<U3'", "'|S3'", "'<f0'", "'<f99999999999'", "'|O'", "'<c8'", "'<U536870911'", "'<U2147483647'", "'|S2147483647'", "'|S536870911'", "'|V2'",
        "'<M8[ns]'", "'=f4'", "'<f-4'", "'<f+4'", "'<f 4'", "'<'", "''", "'<\\x004'", "None", "True", "4", "[('x', '<f4')]", "('<f4', (2,))", "[[[[]]]]", "'<f4", "\"<f4'", "'" + new string('x', 5000) + "'",
    ];

    private static readonly string[] Shapes =
    [
        "(3, 4)", "(12,)", "()", "(-1,)", "(-1, -12)", "(-9223372036854775808,)", "(9223372036854775807,)", "(9223372036854775808,)", "(4611686018427387904, 4)", "(4294967296, 4294967296)",
        "(2147483648, 2)", "(0, 9223372036854775807)", "(9223372036854775807, 0, 2)", "(1000000000, 0)", "(3, 4.0)", "('3',)", "[3, 4]", "(True, 4)", "(None,)", "(3,,4)", "((3,), 4)", "3", "(3L, 4L)",
        "(0x10,)", "(1e9,)", "(3 4)", "(3, 4", "({}, 4)", $"({string.Join(", ", Enumerable.Repeat("1", 65))})", $"({string.Join(", ", Enumerable.Repeat("2", 64))})", $"({new string('9', 4000)},)",
    ];

    private static readonly string[] Orders = ["False", "True", "1", "None", "'C'", "Truefalse", "False, 'fortran_order': True"];

    private static readonly string[] Wholes =
    [
        "", " ", "{", "}", "{}", "[]", "()", "None", "1", "'x'", "{'descr': '<f4'}", "{1: 2}", "{'descr' '<f4'}", "{'descr': '<f4', 'fortran_order': False, 'shape': (12,), 'more': 1}",
        "{'shape': (12,), 'shape': (12,), 'descr': '<f4', 'fortran_order': False}", "{'descr': '<f4', 'fortran_order': False, 'shape': (12,)} {}", "\0\0\0", "{'descr': '<f4', 'fortran_order': False, 'shape': (12,)}\0",
        new string('(', 60_000), new string('[', 17) + new string(']', 17), "{'a':" + string.Concat(Enumerable.Repeat("{'a':", 3000)), "'" + new string('\\', 999), "{'\u2028': '\u001b[2J'}", "-", "{'descr': '<f4', 'fortran_order': False, 'shape': (--12,)}",
    ];

    public static byte[] Tell(RandomStream random)
    {
        var header = random.NextBelow(4) == 0 ? random.Of(Wholes) : $"{{'descr': {random.Of(Descriptions)}, 'fortran_order': {random.Of(Orders)}, 'shape': {random.Of(Shapes)}, }}";
        var major = (byte)(1 + random.NextBelow(3));
        var bytes = NpyBytes.WithHeader(header, new byte[random.Of([0, 1, 12, 47, 48, 49, 96])], major);
        // The length of the header, and the version, lie now and then.
        if (random.NextBelow(6) == 0) bytes[8 + random.NextBelow(2)] = (byte)random.Of(ByteDamage.Numbers);
        if (random.NextBelow(6) == 0) bytes[6 + random.NextBelow(2)] = (byte)random.NextBelow(5);
        return bytes;
    }
}
