using CSharpChef.Stacks.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Metadata;

namespace CSharpChef.Tests.Stacks.Cluster;

/// <summary>The ids of the cleanup grain never change, because its reminder outlives every version.</summary>
public sealed class CleanupGrainTests : IDisposable
{
    private readonly IHost host;

    public CleanupGrainTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        host = builder.Build();
    }

    [Fact]
    public void The_cleanup_grain_keeps_its_first_id() => Assert.Equal(
        "caretaker", host.Services.GetRequiredService<GrainTypeResolver>()
            .GetGrainType(typeof(CleanupGrain))
            .ToString());

    [Fact]
    public void The_interface_of_the_cleanup_grain_keeps_its_first_id() => Assert.Equal(
        "CSharpChef.Stacks.ICaretakerGrain",
        host.Services.GetRequiredService<GrainInterfaceTypeResolver>().GetGrainInterfaceType(typeof(ICleanupGrain))
            .ToString());

    public void Dispose() => host.Dispose();
}
