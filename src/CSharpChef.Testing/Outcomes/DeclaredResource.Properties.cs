using System.Runtime.CompilerServices;

namespace CSharpChef.Testing;

// Assertions about the properties of a resource.
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    /// <summary>Asserts the value of a property. Lists are compared item by item.</summary>
    /// <param name="property">The property.</param>
    /// <param name="expected">The value.</param>
    /// <param name="text">Left out: the compiler sets it to the text of <paramref name="property"/>.</param>
    /// <exception cref="ChefTestException">The property has another value.</exception>
    /// <example><code>run.Resource&lt;FileResource&gt;("/etc/motd").ShouldHave(f => f.Mode, "0644");</code></example>
    public DeclaredResource<T> ShouldHave<TValue>(
        Func<T, TValue> property,
        TValue expected,
        [CallerArgumentExpression(nameof(property))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(property);
        return ShouldEqual(property(Resource), expected, PropertyText.Of(text));
    }

    /// <summary>Asserts that the value of a property meets a condition.</summary>
    /// <param name="property">The property.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="text">Left out: the compiler sets it to the text of <paramref name="property"/>.</param>
    /// <param name="conditionText">Left out: the compiler sets it to the text of the condition.</param>
    /// <exception cref="ChefTestException">The value does not meet it.</exception>
    /// <example>
    /// <code>
    /// run.Resource&lt;FileResource&gt;("/etc/motd").ShouldSatisfy(f => f.Content, text => text!.EndsWith('\n'));
    /// </code>
    /// </example>
    public DeclaredResource<T> ShouldSatisfy<TValue>(
        Func<T, TValue> property,
        Func<TValue, bool> condition,
        [CallerArgumentExpression(nameof(property))] string text = "",
        [CallerArgumentExpression(nameof(condition))] string conditionText = "")
    {
        ArgumentNullException.ThrowIfNull(property);
        ArgumentNullException.ThrowIfNull(condition);
        var actual = property(Resource);
        return Expect(
            condition(actual),
            () => $"{Name}: {PropertyText.Of(text)} should meet {conditionText}, but is {Shown(actual)}");
    }

    /// <summary>
    /// Asserts the value of a property by its name, for the resources that a cookbook defines.
    /// </summary>
    /// <exception cref="ChefTestException">The resource has no such property, or the property has another
    /// value.</exception>
    /// <example><code>run.Resource&lt;Resource&gt;("vhost[shop]").ShouldHave("Port", 8080);</code></example>
    public DeclaredResource<T> ShouldHave(string property, object? expected)
    {
        var found = Resource.GetType().GetProperty(property);
        return found is null
            ? throw new ChefTestException(
                $"{Name} has no property {property}{Nearest.Question(property, Resource.GetType().GetProperties().Select(each => each.Name))}")
            : ShouldEqual(found.GetValue(Resource), expected, property);
    }

    private DeclaredResource<T> ShouldEqual(object? actual, object? expected, string property) => Expect(
        PropertyText.AreEqual(actual, expected),
        () => run.IsSensitive(Resource)
            ? $"{Name}: {property} should have another value; the resource is sensitive, so that its values are not shown"
            : $"{Name}: {property} should be {PropertyText.Difference(expected, actual)}");

    private string Shown(object? value) =>
        run.IsSensitive(Resource) ? "not shown: the resource is sensitive" : PropertyText.Shown(value);
}
