namespace CSharpChef.Testing;

/// <summary>Finds the resources of a run by class and name.</summary>
internal static class ResourceLookup
{
    private const int MostListed = 20;

    /// <summary>
    /// The resource of a class with a name, or with a type and name such as <c>file[/etc/motd]</c>.
    /// </summary>
    /// <exception cref="ChefTestException">The run declares none, and the message tells the nearest; or more than one,
    /// and the message tells how to choose.</exception>
    public static T Find<T>(RunRecord run, string name)
        where T : Resource =>
        All<T>(run, name) is [var only]
            ? only
            : throw new ChefTestException(run.Masked(Several<T>(run, name)), run.Failure);

    /// <summary>As <see cref="Find{T}(RunRecord, string)"/>, for one or more resources.</summary>
    /// <exception cref="ChefTestException">The run declares none; the message tells the nearest.</exception>
    public static IReadOnlyList<T> All<T>(RunRecord run, string name)
        where T : Resource =>
        Find<T>(run).Where(resource => Has(resource, name)).ToList() is [_, ..] found
            ? found
            : throw new ChefTestException(run.Masked(NotFound<T>(run, name)), run.Failure);

    public static IEnumerable<T> Find<T>(RunRecord run)
        where T : Resource => run.Declared.OfType<T>();

    public static bool Has(Resource resource, string name) => resource.Name == name || $"{resource}" == name;

    /// <summary>
    /// The name of a class of resources in messages: <c>cookbook_file</c>, or <c>resource</c> for any.
    /// </summary>
    public static string TypeOf<T>()
        where T : Resource => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(
            typeof(T) == typeof(Resource) ? nameof(Resource) : typeof(T).Name.Replace("Resource", "", StringComparison.Ordinal));

    /// <summary>Lists resources with their places, one a line.</summary>
    public static string Listed(RunRecord run, IReadOnlyList<Resource> resources) =>
        string.Concat(resources.Take(MostListed).Select(resource => $"\n    {run.NameOf(resource)}"))
        + (resources.Count > MostListed ? $"\n    and {resources.Count - MostListed} more" : "");

    private static string Several<T>(RunRecord run, string name)
        where T : Resource
    {
        var found = Find<T>(run).Index().Where(each => Has(each.Item, name)).ToList();
        var lines = found.Select(
            each => $"\n    run.ResourcesOf<{typeof(T).Name}>()[{each.Index}] is {run.NameOf(each.Item)}");
        return $"the run declares {found.Count} of {TypeOf<T>()} named {name}: choose one by its number:{string.Concat(lines)}";
    }

    private static string NotFound<T>(RunRecord run, string name)
        where T : Resource
    {
        var ofType = Find<T>(run).ToList<Resource>();
        var message = $"the run declares no {TypeOf<T>()} named {name}";
        if (Near(ofType, name) is { } near)
        {
            return $"{message}; the nearest is {run.NameOf(near)}";
        }

        return run.Declared.FirstOrDefault(resource => Has(resource, name)) is { } other
            ? $"{message}; there is {run.NameOf(other)}"
            : ofType.Count == 0
                ? $"{message}, and no other {TypeOf<T>()}; it declares:{ListedOrNothing(run, run.Declared)}"
                : $"{message}; it declares:{Listed(run, ofType)}";
    }

    private static string ListedOrNothing(RunRecord run, IReadOnlyList<Resource> resources) =>
        resources.Count == 0 ? " nothing" : Listed(run, resources);

    private static Resource? Near(IReadOnlyList<Resource> resources, string name) =>
        (Nearest.Of(name, resources.Select(resource => resource.Name))
            ?? Nearest.Of(name, resources.Select(resource => $"{resource}"))) is { } near
            ? resources.First(resource => Has(resource, near))
            : null;
}
