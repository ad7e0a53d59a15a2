namespace CSharpChef.Stacks;

/// <summary>What must hold of every layer, however it came to be as it is.</summary>
internal static class LayerRules
{
    private const int LongestShortname = 200;
    private const int LongestTimeout = 24 * 60 * 60;

    public static Layer Check(Layer layer)
    {
        Stacks.Check.Name("Name", layer.Name);
        Shortname(layer);
        Stacks.Check.CustomJson(layer.CustomJson);
        VolumeRules.Check(layer.VolumeConfigurations ?? []);
        Recipes(layer.CustomRecipes ?? Stacks.Recipes.None);
        Stacks.Check.Range(
            "LifecycleEventConfiguration.Shutdown.ExecutionTimeout", layer.LifecycleEventConfiguration?.Shutdown?.ExecutionTimeout, 0, LongestTimeout);
        Stacks.Check.Text("CustomInstanceProfileArn", layer.CustomInstanceProfileArn, 2048);
        Each("Packages", layer.Packages, Package);
        Each("CustomSecurityGroupIds", layer.CustomSecurityGroupIds, (member, id) => Stacks.Check.Alphabet(member, id, "-"));
        LogRules.Check(layer.CloudWatchLogsConfiguration);
        return layer;
    }

    private static void Shortname(Layer layer)
    {
        Stacks.Check.Name("Shortname", layer.Shortname);
        if (layer.Type != LayerType.Custom)
        {
            return;
        }

        Stacks.Check.Text("Shortname", layer.Shortname, LongestShortname);
        Stacks.Check.Shortname(layer.Shortname!, LongestShortname);
    }

    private static void Recipes(Recipes recipes)
    {
        Each("CustomRecipes.Setup", recipes.Setup, RecipeName.Check);
        Each("CustomRecipes.Configure", recipes.Configure, RecipeName.Check);
        Each("CustomRecipes.Deploy", recipes.Deploy, RecipeName.Check);
        Each("CustomRecipes.Undeploy", recipes.Undeploy, RecipeName.Check);
        Each("CustomRecipes.Shutdown", recipes.Shutdown, RecipeName.Check);
    }

    private static void Package(string member, string name)
    {
        Stacks.Check.Name(member, name);
        Stacks.Check.Alphabet(member, name, "-+._:~@/");
        if (name.StartsWith('-'))
        {
            throw Refuse.Invalid(member, "must not begin with a dash");
        }
    }

    private static void Each(string member, IReadOnlyList<string>? items, Action<string, string> check)
    {
        for (var i = 0; i < items?.Count; i++)
        {
            check($"{member}[{i}]", items[i]);
        }
    }
}
