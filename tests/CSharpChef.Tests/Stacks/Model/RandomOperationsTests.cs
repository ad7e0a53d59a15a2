using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Model;

[WholeSuite]
public sealed class RandomOperationsTests
{
    private const int Count = 250;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task A_server_answers_random_operations_as_its_model_does(int seed) => RunAsync(seed);

    [Fact(Explicit = true)]
    public Task A_server_answers_random_operations_of_a_new_seed_as_its_model_does() => RunAsync(Random.Shared.Next());

    private static async Task RunAsync(int seed)
    {
        await using var server = await TestPlane.StartAsync(
            new() { Stacks = Count, LayersPerStack = Count, InstancesPerStack = Count, AppsPerStack = Count });

        await new RandomOperations(server, seed).RunAsync(Count);
    }
}
