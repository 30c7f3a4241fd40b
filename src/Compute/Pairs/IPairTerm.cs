using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>What a sum over pairs of elements adds up; a struct, so that the kernel is compiled for it.</summary>
internal interface IPairTerm
{
    /// <summary>Adds the term of four pairs to four sums.</summary>
    Vector256<double> Add(Vector256<double> sums, Vector256<double> x, Vector256<double> y);

    /// <summary>Turns a complete sum into a result.</summary>
    double Finish(double sum);
}
