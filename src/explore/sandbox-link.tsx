import { searchOf } from './asked';
import { useCurrent } from './current';

/** Leads to Apollo Sandbox, on this server, with what is in the editors. */
export function SandboxLink({ sandbox }: { sandbox: string }) {
  const current = useCurrent();
  return (
    <a
      href={sandbox}
      target="_blank"
      rel="noreferrer"
      title="Opens this operation in Apollo Sandbox, which is loaded from the Internet"
      onClick={({ currentTarget }) => {
        currentTarget.href = `${sandbox}${searchOf(current())}`;
      }}
    >
      Apollo Sandbox
    </a>
  );
}
