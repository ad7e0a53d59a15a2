namespace CSharpChef.Testing;

// The declared resources of a run, by their class.
public sealed partial class ConvergeOutcome
{
    /// <summary>
    /// The resource of a class and name. A resource that a cookbook defines is found by its type and name:
    /// <c>run.Resource&lt;Resource&gt;("vhost[shop]")</c>.
    /// </summary>
    /// <typeparam name="T">The class of the resource, or a base class of it.</typeparam>
    /// <param name="name">The name: the path, package or command that the resource was declared with.</param>
    /// <exception cref="ChefTestException">The run declares no such resource, and the message tells the nearest; or
    /// more than one, and the message tells how to choose by <see cref="ResourcesOf{T}"/>.</exception>
    /// <example>
    /// <code>
    /// run.Resource&lt;FileResource&gt;("/etc/motd").ShouldHave(f => f.Mode, "0644");
    /// run.Resource&lt;ServiceResource&gt;("nginx").ShouldSubscribeTo&lt;FileResource&gt;("/etc/motd", s => s.Reload);
    /// </code>
    /// </example>
    public DeclaredResource<T> Resource<T>(string name)
        where T : Resource => new(ResourceLookup.Find<T>(record, name), record);

    /// <summary>All resources of a class, in the order of declaration.</summary>
    /// <typeparam name="T">The class of the resources, or a base class of it.</typeparam>
    public IReadOnlyList<DeclaredResource<T>> ResourcesOf<T>()
        where T : Resource =>
        [.. ResourceLookup.Find<T>(record).Select(resource => new DeclaredResource<T>(resource, record))];

    /// <summary>Asserts how many resources of a class the run declares.</summary>
    /// <exception cref="ChefTestException">It declares more or fewer; the message lists them.</exception>
    /// <example><code>run.ShouldDeclare&lt;PackageResource&gt;(count: 3);</code></example>
    public ConvergeOutcome ShouldDeclare<T>(int count)
        where T : Resource
    {
        var found = ResourceLookup.Find<T>(record).ToList<Resource>();
        return found.Count == count ? this : throw Failure(
            $"the run should declare {count} of {ResourceLookup.TypeOf<T>()}, but declares {found.Count}{(found.Count == 0 ? "" : ":")}{ResourceLookup.Listed(record, found)}");
    }

    /// <summary>Asserts that the run declares no resource of a class and name.</summary>
    /// <remarks>
    /// A name with a typing error is never declared. Assert in another test, with other attributes, that it is.
    /// </remarks>
    /// <exception cref="ChefTestException">It declares one; the message tells where.</exception>
    /// <example><code>run.ShouldNotDeclare&lt;PackageResource&gt;("telnet");</code></example>
    public ConvergeOutcome ShouldNotDeclare<T>(string name)
        where T : Resource =>
        ResourceLookup.Find<T>(record).FirstOrDefault(resource => ResourceLookup.Has(resource, name)) is not { } found
            ? this
            : throw Failure($"the run should not declare {record.NameOf(found)}");

    /// <summary>Asserts that the run declares no resource of a class.</summary>
    /// <exception cref="ChefTestException">It declares some; the message lists them.</exception>
    public ConvergeOutcome ShouldNotDeclare<T>()
        where T : Resource => ShouldDeclare<T>(count: 0);

    private ChefTestException Failure(string message) => new(record.Masked(message), record.Failure);
}
