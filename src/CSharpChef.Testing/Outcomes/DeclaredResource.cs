namespace CSharpChef.Testing;

/// <summary>
/// A resource that a run declared, with assertions about its properties, actions, notifications and place in the order
/// of the run. Each assertion returns the resource, so that calls can be chained.
/// </summary>
/// <typeparam name="T">The class of the resource, such as <see cref="FileResource"/>, or a base class of
/// it.</typeparam>
/// <example>
/// <code>
/// run.Resource&lt;TemplateResource&gt;("/etc/nginx/conf.d/site.conf")
///     .ShouldHave(t => t.Mode, "0644")
///     .ShouldNotify&lt;ServiceResource&gt;("nginx", s => s.Reload)
///     .ShouldRunAfter&lt;PackageResource&gt;("nginx");
/// </code>
/// </example>
public sealed partial class DeclaredResource<T>
    where T : Resource
{
    private readonly RunRecord run;

    internal DeclaredResource(T resource, RunRecord run) => (Resource, this.run) = (resource, run);

    /// <summary>
    /// The resource as the recipe declared it, for assertions of any test framework about its properties.
    /// </summary>
    public T Resource { get; }

    /// <summary>The line of the recipe that declares the resource.</summary>
    public SourceLocation DeclaredAt => Resource.DeclaredAt;

    /// <summary>The status of the resource in the run, and its changes.</summary>
    public ResourceOutcome Outcome => run.OutcomeOf(Resource);

    private string Name => run.NameOf(Resource);

    /// <summary>The type, name and place: <c>file[/etc/motd] (cookbooks/web/recipes/default.csx:3:1)</c>.</summary>
    public override string ToString() => Name;

    private DeclaredResource<T> Expect(bool holds, Func<string> message) =>
        holds ? this : throw new ChefTestException(run.Masked(message()), run.Failure);
}
