namespace CSharpChef.Client.Records;

/// <summary>The certificate of an app; its private key is shown filtered.</summary>
internal sealed record CertificateRecord : ApiRecord
{
    public required string Certificate { get; init; }

    public string? PrivateKey { get; init; }

    public string? Chain { get; init; }
}
