using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Retention;

[Description("Describes how long records are kept.")]
internal sealed class DescribeRetention : Query<Empty, DescribeRetention.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Response> RunAsync(Empty request, Call call) =>
        new(new RetentionSettings().MergeInto(
            await call.Store.FindAsync<RetentionSettings>(RetentionSettings.Only) ?? RetentionSettings.Default));

    internal sealed record Response(RetentionSettings Retention);
}
