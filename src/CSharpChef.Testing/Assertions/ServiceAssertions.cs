namespace CSharpChef.Testing;

/// <summary>Assertions about a service. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.Service("nginx").ShouldBeRunning().ShouldBeEnabled();</code></example>
public static class ServiceAssertions
{
    /// <summary>Asserts that the service runs.</summary>
    public static FakeService ShouldBeRunning(this FakeService service) =>
        service.Running
            ? service
            : throw new ChefTestException($"service {service.Name} should run, but does not", service.RunFailure);

    /// <summary>Asserts that the service does not run.</summary>
    public static FakeService ShouldBeStopped(this FakeService service) =>
        !service.Running
            ? service
            : throw new ChefTestException($"service {service.Name} should not run, but does", service.RunFailure);

    /// <summary>Asserts that the service starts at boot.</summary>
    public static FakeService ShouldBeEnabled(this FakeService service) =>
        service.Enabled
            ? service
            : throw new ChefTestException($"service {service.Name} should be enabled, but is not", service.RunFailure);

    /// <summary>Asserts that the service does not start at boot.</summary>
    public static FakeService ShouldBeDisabled(this FakeService service) =>
        !service.Enabled
            ? service
            : throw new ChefTestException($"service {service.Name} should be disabled, but is enabled", service.RunFailure);

    /// <summary>Asserts that the service is masked: nothing can start it.</summary>
    public static FakeService ShouldBeMasked(this FakeService service) =>
        service.Masked
            ? service
            : throw new ChefTestException($"service {service.Name} should be masked, but is not", service.RunFailure);

    /// <summary>Asserts how many times runs restarted the service.</summary>
    public static FakeService ShouldHaveRestarted(this FakeService service, int times = 1) =>
        service.Restarts == times
            ? service
            : throw new ChefTestException(
                $"service {service.Name} should have restarted {times} times, but has {service.Restarts} times", service.RunFailure);

    /// <summary>Asserts how many times runs reloaded the configuration of the service.</summary>
    public static FakeService ShouldHaveReloaded(this FakeService service, int times = 1) =>
        service.Reloads == times
            ? service
            : throw new ChefTestException(
                $"service {service.Name} should have reloaded {times} times, but has {service.Reloads} times", service.RunFailure);
}
