using System.Reflection;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>
/// Sample steps of every kind. They are made by reflection from the public properties, so a new kind has samples too.
/// </summary>
internal static class StepSamples
{
    private const string Awkward = "/it's \"$HOME\" `x` [b]* %\nend";

    // Each is valid for some of the texts of steps: paths and free texts, names, umasks.
    private static readonly string[] Texts = [Awkward, "plain-1.x", "027"];

    /// <summary>Every kind of step.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(Step).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Step)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<Step> All { get; } = [.. Kinds.SelectMany(Of)];

    /// <summary>
    /// A step with the required properties only, others with one property more, or with those that this one needs, and
    /// one with all.
    /// </summary>
    public static IEnumerable<Step> Of(Type kind)
    {
        var minimal = Minimal(kind);
        var complete = minimal;
        yield return minimal;
        foreach (var property in Properties(kind))
        {
            foreach (var value in StepValues.Of(property.PropertyType, Texts))
            {
                var (alone, among) = (With(minimal, property, value), With(complete, property, value));
                if (IsValid(alone) || IsValid(among))
                {
                    yield return IsValid(alone) ? alone : among;
                }

                complete = IsValid(among) ? among : complete;
            }
        }

        yield return complete;
    }

    /// <summary>
    /// Steps of a kind, each with a text in another one of its members. Not all of them are valid. Paths are below a
    /// folder.
    /// </summary>
    public static IEnumerable<StepWithText> Containing(Type kind, string text, string folder = "") =>
        from property in Properties(kind)
        from place in StepValues.TextsIn(property.PropertyType, [$"{folder}/{text}", text])
        let steps = place.Values.Select(value => With(Minimal(kind, folder), property, value)).ToList()
        select new StepWithText($"{kind.Name}.{property.Name}{place.Part}", steps.Find(IsValid) ?? steps[0]);

    /// <summary>
    /// Valid steps of a kind for each member that can have several values. They are about the same subject and differ
    /// only in that member.
    /// </summary>
    public static IEnumerable<(string Member, IReadOnlyList<Step> Steps)> Differing(Type kind) =>
        from property in Properties(kind)
        let steps = StepValues.Different(property.PropertyType)
            .Select(value => With(Minimal(kind), property, value))
            .Where(step => IsValid(step) && step.Subject == Minimal(kind).Subject)
            .Distinct()
            .ToList()
        where steps.Count > 1
        select ($"{kind.Name}.{property.Name}", (IReadOnlyList<Step>)steps);

    public static bool IsValid(Step step)
    {
        try
        {
            step.Validate();
            return true;
        }
        catch (RecipeException)
        {
            return false;
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type kind) =>
        kind.GetProperties().Where(property => property.CanWrite);

    private static Step Minimal(Type kind, string folder = "")
    {
        var constructor = kind.GetConstructors().Single();
        return Arguments(constructor.GetParameters(), [$"{folder}/a", "a"])
            .Select(arguments => (Step)constructor.Invoke(arguments))
            .First(IsValid);
    }

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters, string[] texts) => parameters.Aggregate(
        new[] { Array.Empty<object?>() }.AsEnumerable(),
        (all, parameter) =>
            all.SelectMany(some => Values(parameter, texts).Select(value => some.Append(value).ToArray())));

    private static IEnumerable<object?> Values(ParameterInfo parameter, string[] texts) => parameter.HasDefaultValue
        ? [parameter.DefaultValue]
        : StepValues.Of(parameter.ParameterType, texts).Cast<object?>();

    private static Step With(Step step, PropertyInfo property, object value)
    {
        var copy = (Step)step.GetType().GetMethod("<Clone>$")!.Invoke(step, [])!;
        property.SetValue(copy, value);
        return copy;
    }
}
