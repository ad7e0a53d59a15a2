using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Web.Api;

/// <summary>Runs an operation; see <see cref="Stacks.ControlPlane.CallAsync"/>.</summary>
internal delegate Task<byte[]> OperationCall(
    string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct);
