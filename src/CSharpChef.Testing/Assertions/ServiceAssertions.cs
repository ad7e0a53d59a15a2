namespace CSharpChef.Testing;

/// <summary>What a test can expect of a service. Each word returns what it was said of, so that they chain.</summary>
/// <example><code>node.Service("nginx").ShouldBeRunning().ShouldBeEnabled();</code></example>
public static class ServiceAssertions
{
    /// <summary>It runs.</summary>
    public static FakeService ShouldBeRunning(this FakeService service) =>
        service.Running
            ? service
            : throw new ChefTestException($"service {service.Name} should run, and does not");

    /// <summary>It does not run.</summary>
    public static FakeService ShouldBeStopped(this FakeService service) =>
        !service.Running
            ? service
            : throw new ChefTestException($"service {service.Name} should not run, and does");

    /// <summary>It starts at boot.</summary>
    public static FakeService ShouldBeEnabled(this FakeService service) =>
        service.Enabled
            ? service
            : throw new ChefTestException($"service {service.Name} should be enabled, and is not");

    /// <summary>It does not start at boot.</summary>
    public static FakeService ShouldBeDisabled(this FakeService service) =>
        !service.Enabled
            ? service
            : throw new ChefTestException($"service {service.Name} should be disabled, and is enabled");

    /// <summary>Nothing can start it.</summary>
    public static FakeService ShouldBeMasked(this FakeService service) =>
        service.Masked
            ? service
            : throw new ChefTestException($"service {service.Name} should be masked, and is not");

    /// <summary>Runs restarted it this often.</summary>
    public static FakeService ShouldHaveRestarted(this FakeService service, int times = 1) =>
        service.Restarts == times
            ? service
            : throw new ChefTestException(
                $"service {service.Name} should have restarted {times} times, and has {service.Restarts} times");

    /// <summary>Runs made it read its configuration again this often.</summary>
    public static FakeService ShouldHaveReloaded(this FakeService service, int times = 1) =>
        service.Reloads == times
            ? service
            : throw new ChefTestException(
                $"service {service.Name} should have reloaded {times} times, and has {service.Reloads} times");
}
