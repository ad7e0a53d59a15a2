using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

internal sealed record SslConfiguration
{
    [Says("The certificate, in PEM form.")]
    public required string Certificate { get; init; }

    [Says("Its private key, in PEM form. Read back filtered.")]
    public required Secret PrivateKey { get; init; }

    [Says("Certificates between it and the root, in PEM form.")]
    public string? Chain { get; init; }
}
