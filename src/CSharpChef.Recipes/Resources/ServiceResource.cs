using System.Runtime.CompilerServices;
using CSharpChef.Recipes.Steps;

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
/// A service. When its unit file has changed, systemd reloads the file before the service is changed.
/// </summary>
/// <remarks>
/// What does not exist is stopped and disabled. systemd cannot enable a unit that has no <c>[Install]</c> section or
/// whose name is an alias: <see cref="Enable"/> changes nothing then, and notes which unit to enable. A template, such
/// as <c>app@</c>, is enabled by its default instance.
/// </remarks>
public sealed class ServiceResource(string name) : Resource(name)
{
    private readonly string service = name;

    /// <summary>Whether the service starts at boot. Null leaves it as it is. Default true.</summary>
    public bool? Enabled { get; set; } = true;

    /// <summary>
    /// Whether the service runs now. Null leaves it as it is. Default true. A service of systemd that ends by itself
    /// (<c>Type=oneshot</c> without <c>RemainAfterExit</c>) does not run afterwards, so that each run starts it again,
    /// as <c>systemctl start</c> does.
    /// </summary>
    public bool? Running { get; set; } = true;

    /// <summary>Makes the service start at boot.</summary>
    public ResourceAction Enable => Act(_ => [new ServiceStep(service, ServiceState.Enabled)]);

    /// <summary>Keeps the service from starting at boot.</summary>
    public ResourceAction Disable => Act(_ => [new ServiceStep(service, ServiceState.Disabled)]);

    /// <summary>Starts the service if it does not run.</summary>
    public ResourceAction Start => Act(_ => [new ServiceStep(service, ServiceState.Started)]);

    /// <summary>Stops the service if it runs.</summary>
    public ResourceAction Stop => Act(_ => [new ServiceStep(service, ServiceState.Stopped)]);

    /// <summary>Stops and starts the service; starts it if it does not run. Always a change.</summary>
    public ResourceAction Restart => Act(_ => [new ServiceStep(service, ServiceState.Restarted)]);

    /// <summary>Makes the service read its configuration again, if it runs.</summary>
    public ResourceAction Reload => Act(_ => [new ServiceStep(service, ServiceState.Reloaded)]);

    /// <summary>Masks the service, so that nothing can start it.</summary>
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
