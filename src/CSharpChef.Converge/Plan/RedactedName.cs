namespace CSharpChef.Converge.Plan;

/// <summary>The name of a resource as it may be shown.</summary>
internal static class RedactedName
{
    /// <summary>
    /// The type and name of the resource. The name is masked when the resource is sensitive and named after its
    /// content, as commands and log messages are.
    /// </summary>
    public static string Of(Resource resource, bool sensitive, IEnumerable<Step> steps) =>
        sensitive && (resource is LogResource
            || steps.Any(step => step is CommandStep command && command.Code == resource.Name))
            ? $"{resource.Type}[{Redaction.Mask}]"
            : resource.ToString();
}
