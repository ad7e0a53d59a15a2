namespace CSharpChef.Recipes;

// What recipes of a server tell each other.
public sealed partial class RecipeContext
{
    /// <summary>
    /// Publishes a value of this instance for the other instances of its stack. It is stored when the run has
    /// succeeded; later commands see it as <c>Published</c> of the instance, until the instance leaves online. A value
    /// that is published again replaces the earlier one.
    /// </summary>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>; at most 64.</param>
    /// <param name="value">A text of at most 4 KB in UTF-8 that contains no secret.</param>
    /// <exception cref="RecipeException">The name or the value breaks a limit, the instance has published 32 values,
    /// the value contains a secret, or the run is not one of a server.</exception>
    /// <example><code>Publish("port", "5433");  // Node.Layer("db").Instances[0].Published["port"]</code></example>
    public void Publish(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        _ = Node.Self;
        host.Publish(name, value);
    }
}
