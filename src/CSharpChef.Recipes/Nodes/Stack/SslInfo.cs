namespace CSharpChef.Recipes;

/// <summary>The certificate of an app, in PEM format.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="PrivateKey">Its private key, a secret.</param>
public sealed record SslInfo(string Certificate, string PrivateKey)
{
    /// <summary>The intermediate certificates.</summary>
    public string? Chain { get; init; }
}
