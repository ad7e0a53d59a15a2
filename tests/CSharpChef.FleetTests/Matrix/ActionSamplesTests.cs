using System.Reflection;
using CSharpChef.Recipes;

namespace CSharpChef.FleetTests.Matrix;

public sealed class ActionSamplesTests
{
    [Fact]
    public void The_matrix_has_each_action_of_each_resource_that_can_change_something()
    {
        var actions = typeof(Resource).Assembly.GetTypes()
            .Where(type => typeof(Resource).IsAssignableFrom(type) && type != typeof(LogResource))
            .SelectMany(
                type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(ResourceAction))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Equal(
            actions.Order(StringComparer.Ordinal),
            ActionSamples.ByKind.Values.SelectMany(samples => samples).Select(sample => sample.Name).Distinct()
                .Order(StringComparer.Ordinal));
    }
}
