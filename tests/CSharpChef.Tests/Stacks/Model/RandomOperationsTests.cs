namespace CSharpChef.Tests;

public sealed class RandomOperationsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task A_server_answers_as_its_model_does(int seed) => RunAsync(seed);

    [Fact]
    public Task A_server_answers_as_its_model_does_whatever_the_seed() => RunAsync(Random.Shared.Next());

    private static async Task RunAsync(int seed)
    {
        await using var server = await TestPlane.StartAsync();

        await new RandomOperations(server, seed).RunAsync(300);
    }
}
