namespace CSharpChef.Stacks;

/// <summary>What must hold of every stack, however it came to be as it is.</summary>
internal static class StackRules
{
    private static readonly string[] ChefVersions = ["12", "11.10", "11.4"];

    public static Stack Check(Stack stack)
    {
        Stacks.Check.Name("Name", stack.Name);
        Stacks.Check.Name("Region", stack.Region);
        Stacks.Check.Name("ServiceRoleArn", stack.ServiceRoleArn);
        Stacks.Check.Name("DefaultInstanceProfileArn", stack.DefaultInstanceProfileArn);
        SupportedOs.Check("DefaultOs", stack.DefaultOs);
        HostnameThemes.Check(stack.HostnameTheme);
        Stacks.Check.CustomJson(stack.CustomJson);
        SourceRules.Check(stack.CustomCookbooksSource, "CustomCookbooksSource");
        Chef(stack.ConfigurationManager);
        Colour(stack.Attributes);
        Labels(stack);
        return stack;
    }

    private static void Chef(ChefVersion? chef)
    {
        if (chef?.Name is { Length: > 0 } name && name != "Chef")
        {
            throw Refuse.Unlike("ConfigurationManager.Name", name, "only Chef is known");
        }

        if (chef?.Version is { Length: > 0 } version && !ChefVersions.Contains(version))
        {
            throw Refuse.NoneOf("ConfigurationManager.Version", version, ChefVersions);
        }
    }

    private static void Colour(IReadOnlyDictionary<string, string>? attributes)
    {
        if (attributes?.GetValueOrDefault("Color") is { } colour)
        {
            Stacks.Check.Text("Attributes.Color", colour, 64);
            Stacks.Check.Alphabet("Attributes.Color", colour, "#(),. %");
        }
    }

    private static void Labels(Stack stack)
    {
        Stacks.Check.Text("VpcId", stack.VpcId, 255);
        Stacks.Check.Text("DefaultAvailabilityZone", stack.DefaultAvailabilityZone, 255);
        Stacks.Check.Text("DefaultSubnetId", stack.DefaultSubnetId, 255);
        Stacks.Check.Text("DefaultSshKeyName", stack.DefaultSshKeyName, 255);
        Stacks.Check.Text("AgentVersion", stack.AgentVersion, 64);
        Stacks.Check.Text("ServiceRoleArn", stack.ServiceRoleArn, 2048);
        Stacks.Check.Text("DefaultInstanceProfileArn", stack.DefaultInstanceProfileArn, 2048);
    }
}
