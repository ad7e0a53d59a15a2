using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Layers;

/// <summary>What must hold of every layer, however it came to be as it is.</summary>
internal static class LayerRules
{
    private const int LongestShortname = 200;
    private const int LongestTimeout = 24 * 60 * 60;

    public static Layer Check(Layer layer)
    {
        Validate.Name("Name", layer.Name);
        Shortname(layer);
        Validate.CustomJson(layer.CustomJson);
        VolumeRules.Check(layer.VolumeConfigurations ?? []);
        CheckRecipes(layer.CustomRecipes ?? Recipes.None);
        Validate.Range(
            "LifecycleEventConfiguration.Shutdown.ExecutionTimeout", layer.LifecycleEventConfiguration?.Shutdown?.ExecutionTimeout, 0, LongestTimeout);
        Validate.Text("CustomInstanceProfileArn", layer.CustomInstanceProfileArn, 2048);
        Each("Packages", layer.Packages, Package);
        Each("CustomSecurityGroupIds", layer.CustomSecurityGroupIds,
            (member, id) => Validate.Alphabet(member, id, "-"));
        LogRules.Check(layer.CloudWatchLogsConfiguration);
        return layer;
    }

    private static void Shortname(Layer layer)
    {
        Validate.Name("Shortname", layer.Shortname);
        if (layer.Type != LayerType.Custom)
        {
            return;
        }

        Validate.Text("Shortname", layer.Shortname, LongestShortname);
        Validate.Shortname(layer.Shortname!, LongestShortname);
    }

    private static void CheckRecipes(Recipes recipes)
    {
        Each("CustomRecipes.Setup", recipes.Setup, RecipeName.Check);
        Each("CustomRecipes.Configure", recipes.Configure, RecipeName.Check);
        Each("CustomRecipes.Deploy", recipes.Deploy, RecipeName.Check);
        Each("CustomRecipes.Undeploy", recipes.Undeploy, RecipeName.Check);
        Each("CustomRecipes.Shutdown", recipes.Shutdown, RecipeName.Check);
    }

    private static void Package(string member, string name)
    {
        Validate.Name(member, name);
        Validate.Alphabet(member, name, "-+._:~@/");
        if (name.StartsWith('-'))
        {
            throw ApiError.Invalid(member, "must not begin with a dash");
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
