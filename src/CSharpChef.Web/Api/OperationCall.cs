using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Web.Api;

/// <summary>Runs an operation; see <see cref="Stacks.ControlPlane.AnswerAsync"/>.</summary>
internal delegate Task<Answer> OperationCall(
    string target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct);
