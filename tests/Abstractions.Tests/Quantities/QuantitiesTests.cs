using System.Reflection;
using System.Text.RegularExpressions;

namespace Infoscope.Tests.Quantities;

public sealed partial class QuantitiesTests
{
    [Fact]
    public void EveryQuantityOfTheClassIsInTheList()
    {
        var properties = typeof(Infoscope.Quantities).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(Quantity));
        Assert.Equal(properties.Select(property => ((Quantity)property.GetValue(null)!).Id).Order(), Infoscope.Quantities.All.Select(quantity => quantity.Id).Order());
    }

    [Fact]
    public void IdsAreUniqueAndInLowerCaseWithHyphens()
    {
        Assert.Equal(Infoscope.Quantities.All.Count, Infoscope.Quantities.All.Select(quantity => quantity.Id).Distinct().Count());
        Assert.All(Infoscope.Quantities.All, quantity => Assert.Matches(Id(), quantity.Id));
    }

    [Fact]
    public void AQuantityIsFoundByItsId()
    {
        Assert.All(Infoscope.Quantities.All, quantity => Assert.Same(quantity, Infoscope.Quantities.Find(quantity.Id)));
        Assert.Null(Infoscope.Quantities.Find("Entropy"));
    }

    [Fact]
    public void EveryRangeHoldsSomething() => Assert.All(Infoscope.Quantities.All, quantity => Assert.True(quantity.Minimum < quantity.Maximum, quantity.Id));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Id();
}
