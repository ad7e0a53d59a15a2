using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Api;

/// <summary>What the HTTP front needs of the control plane behind it; see <see cref="ControlPlane"/>.</summary>
internal interface IApi
{
    Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct);

    Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct);

    Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct);

    Task<string?> NotReadyAsync(CancellationToken ct);
}
