using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>The name of a resource as it may be shown.</summary>
internal static class RedactedName
{
    /// <summary>
    /// The type and name of the resource. The name is masked when the resource is sensitive and named after its
    /// content, as commands and log messages are unless the recipe names them.
    /// </summary>
    public static string Of(Resource resource, bool sensitive, IEnumerable<Step> steps) =>
        sensitive && (resource.IsNamedByCommand || steps.Any(step => IsContent(step, resource.Name)))
            ? $"{resource.Type}[{Redaction.Mask}]"
            : resource.ToString();

    private static bool IsContent(Step step, string name) => step switch
    {
        CommandStep command => command.Code == name,
        LogStep log => log.Message == name,
        _ => false,
    };
}
