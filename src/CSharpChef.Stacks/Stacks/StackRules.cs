using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

/// <summary>Validates a stack after every change.</summary>
internal static class StackRules
{
    private static readonly string[] ChefVersions = ["12", "11.10", "11.4"];

    public static Stack Check(Stack stack)
    {
        Validate.Name("Name", stack.Name);
        Validate.Name("Region", stack.Region);
        Validate.Name("ServiceRoleArn", stack.ServiceRoleArn);
        Validate.Name("DefaultInstanceProfileArn", stack.DefaultInstanceProfileArn);
        SupportedOs.Check("DefaultOs", stack.DefaultOs);
        HostnameThemes.Check(stack.HostnameTheme);
        Validate.CustomJson(stack.CustomJson);
        SourceRules.Check(stack.CustomCookbooksSource, "CustomCookbooksSource", isApp: false);
        CheckChefVersion(stack.ConfigurationManager);
        CheckColor(stack.Attributes);
        CheckLabels(stack);
        return stack;
    }

    /// <param name="sent">The source in the request.</param>
    /// <param name="before">The source before the change, opened.</param>
    /// <param name="changed">The stack after the change.</param>
    public static SourceChange SourceChange(Source? sent, Source? before, StackSettings changed) =>
        new("CustomCookbooksSource", sent, before, changed.CustomCookbooksSource);

    private static void CheckChefVersion(ChefVersion? chef)
    {
        if (chef?.Name is { Length: > 0 } name && name != "Chef")
        {
            throw ApiError.Malformed("ConfigurationManager.Name", name, "it must be Chef");
        }

        if (chef?.Version is { Length: > 0 } version && !ChefVersions.Contains(version))
        {
            throw ApiError.NotOneOf("ConfigurationManager.Version", version, ChefVersions);
        }
    }

    private static void CheckColor(IReadOnlyDictionary<string, string>? attributes)
    {
        if (attributes?.GetValueOrDefault("Color") is { } color)
        {
            Validate.Text("Attributes.Color", color, 64);
            Validate.Alphabet("Attributes.Color", color, "#(),. %");
        }
    }

    private static void CheckLabels(Stack stack)
    {
        Validate.Text("VpcId", stack.VpcId, 255);
        Validate.Text("DefaultAvailabilityZone", stack.DefaultAvailabilityZone, 255);
        Validate.Text("DefaultSubnetId", stack.DefaultSubnetId, 255);
        Validate.Text("DefaultSshKeyName", stack.DefaultSshKeyName, 255);
        Validate.Text("AgentVersion", stack.AgentVersion, 64);
    }
}
