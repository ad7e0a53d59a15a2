using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>Dispatches a step to its fake: one line for each kind.</summary>
internal static class StepFakes
{
    public static void Run(Step step, StepRun run)
    {
        switch (step)
        {
            case FileStep file: FileStepFake.Run(file, run); break;
            case TouchStep touch: TouchStepFake.Run(touch, run); break;
            case DirectoryStep directory: DirectoryStepFake.Run(directory, run); break;
            case LinkStep link: LinkStepFake.Run(link, run); break;
            case AbsentStep absent: AbsentStepFake.Run(absent, run); break;
            case LineStep line: LineStepFake.Run(line, run); break;
            case CronStep cron: CronStepFake.Run(cron, run); break;
            case PackageStep package: PackageStepFake.Run(package, run); break;
            case ServiceStep service: ServiceStepFake.Run(service, run); break;
            case UserStep user: UserStepFake.Run(user, run); break;
            case UserAbsentStep user: UserAbsentStepFake.Run(user, run); break;
            case UserExistsStep user: UserExistsStepFake.Run(user, run); break;
            case GroupStep group: GroupStepFake.Run(group, run); break;
            case GroupAbsentStep group: GroupAbsentStepFake.Run(group, run); break;
            case CommandStep command: CommandStepFake.Run(command, run); break;
            case SysctlStep sysctl: SysctlStepFake.Run(sysctl, run); break;
            case LogStep: break;
            default: throw new NotSupportedException($"the fake node has no {step.GetType().Name}");
        }
    }
}
