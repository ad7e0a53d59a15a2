using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations;

/// <summary>An operation with the records of its request and response: a <c>Query</c> or a <c>Change</c>.</summary>
internal abstract class Operation<TRequest, TResponse> : Operation
    where TRequest : class
    where TResponse : class
{
    public sealed override StructureShape Input => ShapeReader.Structure(typeof(TRequest));

    public sealed override StructureShape? Output =>
        typeof(TResponse) == typeof(Empty) ? null : ShapeReader.Structure(typeof(TResponse));

    public sealed override object Read(ReadOnlyMemory<byte> body) => ApiJson.Read<TRequest>(body, Input);

    public sealed override async Task<object> RunAsync(object request, Call call) =>
        await RunAsync((TRequest)request, call);

    protected abstract Task<TResponse> RunAsync(TRequest request, Call call);
}
