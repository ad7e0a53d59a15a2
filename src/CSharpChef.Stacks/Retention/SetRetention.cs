using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Retention;

[Description("Sets how long records are kept. Members that the request omits keep their values.")]
internal sealed class SetRetention : Change<RetentionSettings, Empty>
{
    private const int MostDays = 3650;

    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Empty> RunAsync(RetentionSettings request, Call call)
    {
        Validate.Range("ActivityDays", request.ActivityDays, 1, MostDays);
        Validate.Range("CommandDays", request.CommandDays, 1, MostDays);
        Validate.Range("CommandsPerInstance", request.CommandsPerInstance, 0, 10_000);
        Validate.Range("LogMegabytes", request.LogMegabytes, 1, 1_000_000);
        Validate.Range("LoginDays", request.LoginDays, 0, MostDays);
        await call.LockServerAsync();
        var before = await call.Store.FindAsync<RetentionSettings>(RetentionSettings.Only);
        var after = request.MergeInto(before ?? RetentionSettings.Default);
        await (before is null ? call.Store.AddAsync(after) : call.Store.SaveAsync(before, after));
        return Empty.Value;
    }
}
