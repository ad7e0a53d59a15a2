using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Layers;

/// <summary>Validates a layer after every change.</summary>
internal static class LayerRules
{
    private const int LongestShortname = 200;
    private const int LongestTimeout = 24 * 60 * 60;

    public static Layer Check(Layer layer)
    {
        Validate.Name("Name", layer.Name);
        CheckShortname(layer);
        Validate.CustomJson(layer.CustomJson);
        VolumeRules.Check(layer.VolumeConfigurations ?? []);
        CheckRecipes(layer.CustomRecipes ?? Recipes.None);
        Validate.Range(
            "LifecycleEventConfiguration.Shutdown.ExecutionTimeout", layer.LifecycleEventConfiguration?.Shutdown?.ExecutionTimeout, 0, LongestTimeout);
        CheckEach("Packages", layer.Packages, CheckPackage);
        CheckEach("CustomSecurityGroupIds", layer.CustomSecurityGroupIds,
            (member, id) => Validate.Alphabet(member, id, "-"));
        LogRules.Check(layer.CloudWatchLogsConfiguration);
        return layer;
    }

    private static void CheckShortname(Layer layer)
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
        CheckEach("CustomRecipes.Setup", recipes.Setup, RecipeName.Check);
        CheckEach("CustomRecipes.Configure", recipes.Configure, RecipeName.Check);
        CheckEach("CustomRecipes.Deploy", recipes.Deploy, RecipeName.Check);
        CheckEach("CustomRecipes.Undeploy", recipes.Undeploy, RecipeName.Check);
        CheckEach("CustomRecipes.Shutdown", recipes.Shutdown, RecipeName.Check);
    }

    private static void CheckPackage(string member, string name)
    {
        Validate.Name(member, name);
        Validate.Alphabet(member, name, "-+._:~@/");
        if (name.StartsWith('-'))
        {
            throw ApiError.Invalid(member, "must not start with a dash");
        }
    }

    private static void CheckEach(string member, IReadOnlyList<string>? items, Action<string, string> check)
    {
        for (var i = 0; i < items?.Count; i++)
        {
            check($"{member}[{i}]", items[i]);
        }
    }
}
