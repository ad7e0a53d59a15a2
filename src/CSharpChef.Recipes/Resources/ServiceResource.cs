using System.Runtime.CompilerServices;

namespace CSharpChef.Recipes;

public sealed partial class RecipeContext
{
    /// <summary>A service of the machine's init system: systemd or OpenRC.</summary>
    /// <example>
    /// <code>
    /// var app = Service("app");
    /// File("/etc/app.conf", f => f.Notifies(app.Restart));
    /// </code>
    /// </example>
    public ServiceResource Service(
        string name,
        Action<ServiceResource>? configure = null,
        [CallerFilePath] string sourceFile = "",
        [CallerLineNumber] int sourceLine = 0) =>
        Declare(new ServiceResource(name), configure, sourceFile, sourceLine);
}

/// <summary>
/// A service. A unit file that this run or anyone else changed is loaded anew before the service is touched.
/// </summary>
public sealed class ServiceResource(string name) : Resource(name)
{
    private readonly string service = name;

    /// <summary>Whether it starts at boot; null leaves that alone. Default true.</summary>
    public bool? Enabled { get; set; } = true;

    /// <summary>Whether it runs now; null leaves that alone. Default true.</summary>
    public bool? Running { get; set; } = true;

    /// <summary>Makes it start at boot.</summary>
    public ResourceAction Enable => Act(_ => [new ServiceStep(service, ServiceState.Enabled)]);

    /// <summary>Makes it not start at boot.</summary>
    public ResourceAction Disable => Act(_ => [new ServiceStep(service, ServiceState.Disabled)]);

    /// <summary>Starts it when it does not run.</summary>
    public ResourceAction Start => Act(_ => [new ServiceStep(service, ServiceState.Started)]);

    /// <summary>Stops it when it runs.</summary>
    public ResourceAction Stop => Act(_ => [new ServiceStep(service, ServiceState.Stopped)]);

    /// <summary>Stops and starts it; starts it when it does not run. Always a change.</summary>
    public ResourceAction Restart => Act(_ => [new ServiceStep(service, ServiceState.Restarted)]);

    /// <summary>Makes it read its configuration again, if it runs.</summary>
    public ResourceAction Reload => Act(_ => [new ServiceStep(service, ServiceState.Reloaded)]);

    /// <summary>Stops anything from starting it.</summary>
    public ResourceAction Mask => Act(_ => [new ServiceStep(service, ServiceState.Masked)]);

    /// <inheritdoc />
    protected override IEnumerable<ResourceAction> DefaultActions()
    {
        if (Enabled is { } enabled)
        {
            yield return enabled ? Enable : Disable;
        }

        if (Running is { } running)
        {
            yield return running ? Start : Stop;
        }
    }
}
