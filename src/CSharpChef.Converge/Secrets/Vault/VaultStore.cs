using System.Net;
using System.Text.Json;
using CSharpChef.Converge.Secrets.Stores;

namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>
/// <c>vault:PATH#KEY</c>: secrets of a KV engine, version 2, in HashiCorp Vault or OpenBao. All keys of a path are read
/// at once.
/// </summary>
internal sealed class VaultStore : ISecretStore
{
    private readonly Func<string, string?> variable;
    private readonly string home;
    private readonly TimeProvider clock;
    private readonly SharedReads<string, VaultAnswer> secrets;

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="home">The folder of the user, which may hold a token.</param>
    /// <param name="clock">Measures time limits.</param>
    public VaultStore(Func<string, string?> variable, string home, TimeProvider clock)
    {
        (this.variable, this.home, this.clock) = (variable, home, clock);
        secrets = new SharedReads<string, VaultAnswer>(ReadPathAsync);
    }

    public async Task<string> ReadAsync(string place, CancellationToken ct)
    {
        var (path, key) = VaultPlace.Parse(place);
        var answer = await secrets.ReadAsync(path, ct);
        var values = answer.Find("data", "data")!.Value;
        if (!values.TryGetProperty(key, out var value))
        {
            var keys = values.EnumerateObject().Select(each => each.Name);
            throw new RecipeException($"{path} has no key \"{key}\"{Nearest.Question(key, keys)}");
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw new RecipeException($"the value of \"{key}\" in {path} is not a text"),
        };
    }

    private async Task<VaultAnswer> ReadPathAsync(string path, CancellationToken ct)
    {
        var settings = VaultSettings.Read(variable, home);
        using var client = new VaultClient(settings, clock);
        var mount = await MountOfAsync(client, settings, path, ct);
        if (path.Length <= mount.Length)
        {
            throw new RecipeException($"{path} is a secrets engine: name a secret in it, such as {mount}shop/db");
        }

        var answer = await client.GetAsync($"{VaultPlace.Escaped($"{mount}data/{path[mount.Length..]}")}", ct);
        return answer.IsSuccess && answer.Find("data", "data") is { ValueKind: JsonValueKind.Object }
            ? answer
            : throw Refused(answer, settings, path, mount);
    }

    // The same question by which `vault kv get` finds the engine of a path and its version.
    private static async Task<string> MountOfAsync(
        VaultClient client, VaultSettings settings, string path, CancellationToken ct)
    {
        var answer = await client.GetAsync($"sys/internal/ui/mounts/{VaultPlace.Escaped(path)}", ct);
        var mount = answer.Text("data", "path");
        if (!answer.IsSuccess || mount is null)
        {
            throw Refused(answer, settings, path, mount: "");
        }

        return (answer.Text("data", "type"), answer.Text("data", "options", "version")) switch
        {
            ("kv", "2") => mount,
            ("kv" or "generic", _) => throw new RecipeException(
                $"{mount} is a KV engine of version 1, and only version 2 is read: upgrade it with vault kv enable-versioning {mount}"),
            var (type, _) => throw new RecipeException($"{mount} is a secrets engine of the type {type}, and only kv is read"),
        };
    }

    private static RecipeException Refused(VaultAnswer answer, VaultSettings settings, string path, string mount) =>
        new(answer.Status switch
        {
            HttpStatusCode.Forbidden =>
                $"the Vault denies to read {path}: the token in {settings.TokenSource} has expired, or its policies do not allow it{Shown(answer)}",
            HttpStatusCode.NotFound when answer.Text("data", "metadata", "deletion_time") is { Length: > 0 } time =>
                $"the newest version of {path} was deleted at {time}",
            HttpStatusCode.NotFound when path[mount.Length..].StartsWith("data/", StringComparison.Ordinal) =>
                $"there is no secret {path}: write the path without data/, as vault kv get takes it",
            HttpStatusCode.NotFound => $"there is no secret {path}{Shown(answer)}",
            _ => $"the Vault answered {(int)answer.Status} for {path}{Shown(answer)}",
        });

    private static string Shown(VaultAnswer answer) => answer.Errors is { Length: > 0 } errors ? $" ({errors})" : "";
}
