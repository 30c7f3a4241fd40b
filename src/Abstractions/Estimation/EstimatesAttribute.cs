namespace Infoscope;

/// <summary>Names a quantity that an estimator gives.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EstimatesAttribute : Attribute
{
    /// <summary>Names the quantity by its <see cref="Infoscope.Quantity.Id"/>.</summary>
    public EstimatesAttribute(string quantity) => Quantity = quantity;

    /// <summary>Gets the identity of the quantity.</summary>
    public string Quantity { get; }
}
