import type { Faults } from './diagnostic.ts';
import type { ParticipantRole, Participants } from './participants.ts';
import { readTarget } from './read-link.ts';
import { MapReader } from './reader.ts';
import type { Node } from './yaml-text.ts';

/** Reads a line's 参与单位. */
export function readParticipants(node: Node, faults: Faults): Participants {
  const map = new MapReader(node, faults);
  const participants: Participants = {
    at: node.at,
    clause: map.required('条款'),
    says: map.optional('说')?.text ?? '',
    applicant: map.required('本单位').text,
    share: map.flag('份额'),
    roles: map.list('角色').map((role) => readRole(role, faults)),
  };
  const { roles } = participants;
  if (roles.length === 0) faults.add(node.at, 'missing-key', { key: '角色' });
  roles.forEach(({ name }, i) => {
    if (roles.findIndex((role) => role.name.text === name.text) < i) {
      faults.add(name.at, 'listed-twice', { name: name.text });
    }
  });
  map.close();
  return participants;
}

function readRole(node: Node, faults: Faults): ParticipantRole {
  const map = new MapReader(node, faults);
  const named = map.optional('对应');
  const role: ParticipantRole = {
    name: map.required('名'),
    required: map.flag('必有'),
    abroad: map.flag('境外'),
    named: named && readTarget(named, faults),
  };
  map.close();
  return role;
}
