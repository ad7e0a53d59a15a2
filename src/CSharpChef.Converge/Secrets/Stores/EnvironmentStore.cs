namespace CSharpChef.Converge.Secrets.Stores;

/// <summary><c>env:NAME</c>: environment variables of this process.</summary>
internal sealed class EnvironmentStore(Func<string, string?> variable) : ISecretStore
{
    public Task<string> ReadAsync(string place, CancellationToken ct) => Task.FromResult(
        variable(place) ?? throw new RecipeException($"the environment has no variable {place}"));
}
