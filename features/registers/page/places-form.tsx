import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { CheckView, RegisterView } from '../contract.ts';

interface Props {
  readonly register: RegisterView;
  readonly check: CheckView;
  readonly onPlaces: (places: Readonly<Record<string, number>>) => void;
}

/** Which column of the file is which of the register's. What may be meant is suggested, a person decides. */
export function PlacesForm({ register, check, onPlaces }: Props) {
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>(check.places);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPlaces(places);
  };
  const choose = (id: string, text: string) => {
    const { [id]: _, ...others } = places;
    setPlaces(text === '' ? others : { ...others, [id]: Number(text) });
  };
  return (
    <form className="register-steps" onSubmit={submit}>
      <div className="register-headings">
        {register.columns.map(({ id, required }) => {
          const meant = check.headings.find(({ suggested }) => suggested === id);
          return (
            <Choice
              key={id}
              label={required ? `${id}（必需）` : id}
              value={String(places[id] ?? '')}
              onChange={(text) => choose(id, text)}
              choices={[
                { value: '', text: meant ? `没有；是不是“${meant.text}”？` : '没有' },
                ...check.headings.map(({ at, letter, text }) => ({
                  value: String(at),
                  text: `${letter}列：${text}`,
                })),
              ]}
              path={id}
              fault={undefined}
            />
          );
        })}
      </div>
      <Button htmlType="submit">按这样对应，重新核对</Button>
    </form>
  );
}
