using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

internal sealed record SslConfiguration
{
    [Description("The certificate, in PEM form.")]
    public required string Certificate { get; init; }

    [Description("Its private key, in PEM form. Read back filtered.")]
    public required Secret PrivateKey { get; init; }

    [Description("Certificates between it and the root, in PEM form.")]
    public string? Chain { get; init; }
}
