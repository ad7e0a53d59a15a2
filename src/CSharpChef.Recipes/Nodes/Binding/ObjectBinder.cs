using System.Reflection;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Makes an object of a recipe's own type: each attribute sets the property of its name.</summary>
internal sealed class ObjectBinder(Type type, ValueBinder values, List<AttributeError> errors)
{
    private readonly BoundType shape = BoundType.Of(type);
    private readonly Dictionary<BoundProperty, object?> given = [];

    /// <summary>The object; null, with errors, when an attribute does not fit.</summary>
    public object? Bind(JsonObject section, string path)
    {
        if (shape.Problem is { } problem)
        {
            errors.Add(new AttributeError(path, problem));
            return null;
        }

        var before = errors.Count;
        foreach (var (key, value) in section)
        {
            BindProperty(key, value, $"{path}.{key}");
        }

        foreach (var missing in shape.Properties.Where(each => each.IsRequired && !given.ContainsKey(each)))
        {
            errors.Add(new AttributeError($"{path}.{missing.Name}", $"is missing: {type.Name} requires it"));
        }

        return errors.Count > before ? null : Make(path);
    }

    private void BindProperty(string key, JsonNode? value, string path)
    {
        if (shape.Find(key) is not { CanBeSet: true } property)
        {
            var nearest = Nearest.Question(
                key, shape.Properties.Where(each => each.CanBeSet).Select(each => each.Name));
            errors.Add(new AttributeError(path, $"is not a property of {type.Name}{nearest}"));
        }
        else if (!given.TryAdd(property, values.Bind(property.Nullability, value, path)))
        {
            errors.Add(new AttributeError(path, $"sets {property.Property.Name} again, in another case"));
        }
    }

    private object? Make(string path)
    {
        try
        {
            var made = shape.Constructor is { } constructor
                ? constructor.Invoke([.. constructor.GetParameters().Select(Argument)])
                : Activator.CreateInstance(type)!;
            foreach (var (property, value) in given.Where(pair => pair.Key.Parameter is null))
            {
                property.Property.SetValue(made, value);
            }

            return made;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            errors.Add(new AttributeError(path, $"is not valid: {inner.Message}"));
            return null;
        }
    }

    private object? Argument(ParameterInfo parameter) =>
        given.FirstOrDefault(pair => pair.Key.Parameter?.Position == parameter.Position) is { Key: not null } found
            ? found.Value
            : parameter.HasDefaultValue ? parameter.DefaultValue : null;
}
