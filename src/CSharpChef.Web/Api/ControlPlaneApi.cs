using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Web.Api;

internal sealed class ControlPlaneApi(ControlPlane controlPlane) : IApi
{
    public Task<byte[]> CallAsync(string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) =>
        controlPlane.CallAsync(target, body, caller, ct);

    public Task<KeyHolder?> FindAccessKeyAsync(string keyId, CancellationToken ct) =>
        controlPlane.FindAccessKeyAsync(keyId, ct);

    public Task<KeyHolder?> FindTokenAsync(string token, CancellationToken ct) =>
        controlPlane.FindTokenAsync(token, ct);

    public Task<string?> NotReadyAsync(CancellationToken ct) => controlPlane.NotReadyAsync(ct);
}
