namespace Infoscope.Engine.Tests.Doubles;

/// <summary>One block as an estimation saw it.</summary>
internal sealed record Recording(int Estimation, long[] Rows, double[] Values, int[][] Labels, int[] Sequences, int[] Positions, double[] Reference, int Heads, int AttentionLength, float[] Attention);
