using System.Security.Authentication;
using System.Text.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>
/// Reads from the API of a Vault. A request that fails on its way, or for a moment, is sent once more.
/// </summary>
internal sealed class VaultClient(VaultSettings settings, TimeProvider clock) : IDisposable
{
    private const int LongestAnswer = 4 * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient http = new(VaultTrust.Handler(settings))
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private string Shown => settings.Address.GetLeftPart(UriPartial.Authority);

    public void Dispose() => http.Dispose();

    /// <exception cref="SecretStoreException">The Vault cannot be reached.</exception>
    /// <exception cref="RecipeException">It is sealed.</exception>
    public async Task<VaultAnswer> GetAsync(string path, CancellationToken ct)
    {
        var first = await TrySendAsync(path, ct);
        if (first is { Answer: { IsTemporary: false } answer })
        {
            return Checked(answer);
        }

        await Task.Delay(RetryDelay, clock, ct);
        var second = await TrySendAsync(path, ct);
        return Checked(second.Answer ?? throw new SecretStoreException($"{Shown} cannot be reached: {second.Failure}"));
    }

    private async Task<(VaultAnswer? Answer, string? Failure)> TrySendAsync(string path, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(Limit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            return (await SendAsync(path, stop.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, $"it did not answer within {Limit.TotalSeconds:0} s");
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException untrusted)
        {
            throw new RecipeException(
                $"the certificate of {Shown} is not trusted: {untrusted.Message.TrimEnd('.')}; name the file of its authority in {VaultSettings.AuthorityVariable}", e);
        }
        catch (HttpRequestException e)
        {
            return (null, e.InnerException?.Message ?? e.Message);
        }
    }

    private async Task<VaultAnswer> SendAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, settings.UrlOf(path));
        request.Headers.Add("X-Vault-Request", "true");
        request.Headers.Add("X-Vault-Token", settings.Token);
        if (settings.Namespace is { } name)
        {
            request.Headers.Add("X-Vault-Namespace", name);
        }

        using var response = await http.SendAsync(request, ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        return new VaultAnswer(response.StatusCode, Parse(body), response.Headers.Location);
    }

    private VaultAnswer Checked(VaultAnswer answer) => answer switch
    {
        { IsSealed: true } => throw new RecipeException($"the Vault at {Shown} is sealed: unseal it"),
        { Location: { } location } when !answer.IsSuccess => throw new RecipeException(
            $"{Shown} redirects to {location.OriginalString}, to which the token is not sent: set {VaultSettings.AddressVariable} to the address that is meant"),
        _ => answer,
    };

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
