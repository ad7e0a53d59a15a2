using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Testing;

/// <summary>An object of a test, such as <c>new { site = new { port = 81 } }</c>, as JSON.</summary>
internal static class GivenObject
{
    /// <param name="values">The object.</param>
    /// <param name="call">The call that has it, as the test writes it.</param>
    /// <exception cref="ChefTestException">The value is not an object with names, or JSON cannot have it.</exception>
    public static JsonObject Of(object? values, string call)
    {
        try
        {
            return JsonSerializer.SerializeToNode(values) as JsonObject
                ?? throw new ChefTestException(
                    $"{call} needs an object with names, such as new {{ site = new {{ port = 81 }} }}, and got {Shown(values)}");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new ChefTestException($"{call} needs values that JSON has: texts, numbers, true, false, lists and objects: {e.Message}");
        }
    }

    private static string Shown(object? values) => values switch
    {
        null => "null",
        string text => CSharpLiteral.Of(text),
        _ => $"a value of the type {values.GetType().Name}",
    };
}
