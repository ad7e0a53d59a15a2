using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

internal sealed record SslConfiguration
{
    [Description("The certificate, in PEM format.")]
    [Limit(Limits.PemBytes)]
    [Multiline]
    public required string Certificate { get; init; }

    [Description("The certificate's private key, in PEM format. Returned filtered.")]
    [Limit(Limits.PemBytes)]
    [Multiline]
    public required Secret PrivateKey { get; init; }

    [Description("The intermediate certificates, in PEM format.")]
    [Limit(Limits.PemBytes)]
    [Multiline]
    public string? Chain { get; init; }
}
