using System.Collections;
using System.Globalization;
using System.Text.Json;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Writes steps as the C# of a recipe, with a variable in the place of a secret.</summary>
internal sealed class StepSource(string secret, string variable)
{
    public string Of(Step step)
    {
        var kind = step.GetType();
        var parameters = kind.GetConstructors().Single().GetParameters().Select(parameter => parameter.Name!).ToList();
        var arguments = parameters.Select(name => Expression(kind.GetProperty(name)!.GetValue(step)));
        var assignments =
            from property in kind.GetProperties()
            where property.CanWrite && !parameters.Contains(property.Name)
            let value = property.GetValue(step)
            where value is not null
            select $"{property.Name} = {Expression(value)}";
        return $"new {kind.Name}({string.Join(", ", arguments)}) {{ {string.Join(", ", assignments)} }}";
    }

    private string Expression(object? value) => value switch
    {
        null => "null",
        bool yes => yes ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text =>
            string.Join($" + {variable} + ", text.Split(secret).Select(part => JsonSerializer.Serialize(part))),
        Enum => $"{value.GetType().Name}.{value}",
        Permissions bits => $"Permissions.Parse(\"{bits}\")",
        FileContent content => $"FileContent.FromText({Expression(content.Text)})",
        IReadOnlyDictionary<string, string> pairs =>
            $"new Dictionary<string, string> {{ {Entries(pairs)} }}",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Expression))}]",
        _ => throw new NotSupportedException($"steps have properties of a new type, {value.GetType()}"),
    };

    private string Entries(IReadOnlyDictionary<string, string> pairs) =>
        string.Join(", ", pairs.Select(pair => $"[{Expression(pair.Key)}] = {Expression(pair.Value)}"));
}
